"""Reading: components, one file each, that add layers to a Reading until it holds accounts."""
