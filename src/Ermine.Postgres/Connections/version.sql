-- Returns the version of the server, such as 15.8 or 18.0 (Debian ...). No index is needed.
select current_setting('server_version')
