"""The pages before sign-in: first start, set-up, codes, unlock, sign-in, enrolment."""
