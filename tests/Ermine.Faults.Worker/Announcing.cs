using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ermine.Faults.Worker;

/// <summary>Publishes events, within the commit of a function, with or without other writes.</summary>
[AllowAnonymous]
public sealed class Announcing
{
    [Function, Rest("POST /notices")]
    public async Task<Accepted> Announce(Notice body, IEventBus events, Ermine.Kernel.Invocation run, CancellationToken ct)
    {
        await events.PublishManyAsync(body.Events, ct: ct);
        if (!body.IsNoted) return TypedResults.Accepted((string?)null);

        var db = run.Services.GetRequiredService<IDocumentSession>(); // only then, since a commit without one takes another path
        foreach (var published in body.Events) db.QueueSqlCommand("insert into noted (event) values (?)", published.Id);
        return TypedResults.Accepted((string?)null);
    }
}
