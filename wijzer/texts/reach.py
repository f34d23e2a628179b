"""What stands on Bereik: do the interventions reach the right residents?"""
