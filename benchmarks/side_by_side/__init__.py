"""Side by side: the same varied documents done by this tool and by what else there is, each output checked."""
