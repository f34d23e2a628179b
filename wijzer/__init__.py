"""Wijzer in de Wijk: a neighbourhood health monitor that joins profile, plan and learning."""

__version__ = "0.1.0"
