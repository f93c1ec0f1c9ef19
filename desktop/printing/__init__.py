"""Print queues of this workstation: CUPS by pipe where there is one."""
