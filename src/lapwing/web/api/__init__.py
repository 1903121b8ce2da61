"""What systems are given in place of screens: readings and verbs over HTTP, with a description made from them."""
