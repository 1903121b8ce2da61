"""What the Board does: it sees, audits, assures, challenges and learns, and shows that something changed.

The same shape as `conduct`: verbs that change, readings that show, both asked for by somebody. No child is named in
any of it, but to whoever was given that child's record by name.
"""
