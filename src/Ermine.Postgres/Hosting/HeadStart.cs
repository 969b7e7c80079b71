using Ermine.Postgres.Connections;
using Microsoft.Extensions.Hosting;

namespace Ermine.Postgres.Hosting;

/// <summary>Has the database looked for and reached while the host still makes the services that it will start. The host makes this one first.</summary>
/// <remarks>Opening the first connection, nearly all of it compiling Npgsql, is a quarter of a start, and making Marten's options, on the thread
/// of the host, a sixth: on two cores they go side by side. <see cref="PostgresHost"/> waits for the answer, and a start that fails on it fails there.</remarks>
internal sealed class HeadStart : IHostedService
{
    public HeadStart(DatabaseAccess access) => access.ReachAsync();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
