"""What the locked cells of the notebook give: there for a submission that has lost or moved one of them."""
