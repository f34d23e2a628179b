"""What stands on Gezonder: do people feel healthier?"""
