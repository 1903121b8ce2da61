"""An invented partnership to look around in: people of every role who can sign in, and families told week by week.

Nobody in it is real. The bulk of it is simulated and brought in as a feed; the families whom one is shown first are
told by the verbs of `conduct`, as people at work would have done.
"""
