using Microsoft.AspNetCore.Http;

namespace Ermine.Http;

public sealed partial class HttpInvocation
{
    /// <summary>Answers with bytes as they are, or with the range of them that is asked for; 404 where they are null.</summary>
    public void RespondFile(byte[]? bytes) => Respond(bytes is null ? null : TypedResults.Bytes(bytes, enableRangeProcessing: true));

    /// <summary>Answers with what a stream holds, and disposes it; with the range that is asked for where it can seek; 404 where it is null.</summary>
    public void RespondFile(Stream? stream)
    {
        if (stream is not null) Input.Response.RegisterForDisposeAsync(stream); // also where the commit fails, and nothing of it is written
        Respond(stream is null ? null : TypedResults.Stream(stream, enableRangeProcessing: true));
    }

    /// <summary>Answers with a file, or with the range of it that is asked for, by the content type of its extension; 404 where it is null or not there.</summary>
    public void RespondFile(FileInfo? file) =>
        Respond(file is not { Exists: true } ? null : TypedResults.PhysicalFile(file.FullName, FileTypes.Of(file.Name), lastModified: file.LastWriteTimeUtc, enableRangeProcessing: true));
}
