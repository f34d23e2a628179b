"""The script that Streamlit runs for every visit: the frame, and in it the page."""

from wijzer.ui import frame

frame.show()
