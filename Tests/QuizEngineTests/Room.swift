// Tests arrive with the first room.
