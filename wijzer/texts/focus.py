"""What stands on Focus: do the interventions run with the right focus?"""
