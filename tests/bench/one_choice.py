"""The yardstick for painting: an untouched Streamlit app with one choice and its answer."""

import streamlit as st

st.write(st.segmented_control("Wijk", ["Een", "Twee", "Drie"], default="Een"))
