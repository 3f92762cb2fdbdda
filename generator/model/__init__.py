"""What a supplement is: registrants, funds, changes and typed content, frozen and computed; no words, no formats."""
