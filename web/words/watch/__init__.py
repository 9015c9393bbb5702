"""The words of findings, a module for each kind of subject: TITLES, SENTENCES and NEXT by code.

A module may say more of its params: LISTS by name of a param, PERCENT for names of percentages,
PLAIN for names of what is no quantity.
"""
