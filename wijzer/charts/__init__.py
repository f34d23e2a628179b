"""Vega-Lite specifications without data, built once per process; the page adds the frame."""
