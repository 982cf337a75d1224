"""How everything on the page looks: colours, measures, letters, links, words."""
