using Npgsql;

namespace Ermine.Postgres.Connections;

/// <summary>The database that the app uses.</summary>
/// <param name="Source">Its connections.</param>
/// <param name="Address">Where it is, without the password: <c>database app on 127.0.0.1:5432 as user app</c>.</param>
/// <param name="Why">Why this one, such as the setting that names it.</param>
/// <param name="Description">What runs there.</param>
internal sealed record Database(NpgsqlDataSource Source, string Address, string Why, string? Description);
