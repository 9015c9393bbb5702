"""The payer is watched: findings about agreements, assets, projects, money, people and places.

Each module has its `KINDS` and functions of frozen facts that return findings.
"""
