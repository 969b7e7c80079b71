using Ermine.Benchmarks.Start.Apps.Shared;
using Marten;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ErmineStart;

/// <summary>Stores and shows notes.</summary>
[AllowAnonymous]
public sealed class Notes
{
    [Function, Rest("POST /notes")]
    public Created Write(Note body, IDocumentSession db)
    {
        db.Store(body);
        return TypedResults.Created($"/notes/{body.Id}");
    }

    [Function, Rest("GET /notes/{id}")]
    public Task<Note?> Show(Guid id, IQuerySession db, CancellationToken ct) => db.LoadAsync<Note>(id, ct);
}
