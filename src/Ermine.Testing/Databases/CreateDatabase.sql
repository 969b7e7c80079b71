-- Copies a database. Nobody may be connected to the one that is copied.
create database :"name" template :"template";
