"""Profile: what determines health in this neighbourhood?"""

import streamlit as st

from wijzer.ui import data, figure, places, profile_page, thread_part

place = places.current()
rows = data.profile(place.area.code)

profile_page.opening(place, rows)
profile_page.story(place)
profile_page.domains(place, rows)

chosen = figure.choose(place, rows)
figure.message(chosen)
left, right = st.columns([3, 2], gap="large")
with left:
    figure.on_map(place, chosen)
with right:
    figure.through_time(place, chosen)
figure.about(place, chosen)
thread_part.show(place, chosen.one)

profile_page.all_figures(place, rows)
profile_page.people(place)
