"""How long one example of a property takes says nothing on a busy machine."""

from hypothesis import HealthCheck, settings

settings.register_profile("figures", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("figures")
