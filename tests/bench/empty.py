"""The yardstick: an empty page of an untouched Streamlit app."""

import streamlit as st

st.write("Leeg")
