"""The policy as pure functions of facts; every figure carries the steps that led to it."""
