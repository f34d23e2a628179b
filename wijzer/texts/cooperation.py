"""What stands on Samenwerking: has the cooperation of partners improved?"""
