"""The only package, beside pages/, that knows Streamlit."""
