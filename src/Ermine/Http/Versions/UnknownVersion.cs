using Microsoft.AspNetCore.Http;

namespace Ermine.Http.Versions;

/// <summary>Tells who asks for a version that is not served which ones are.</summary>
internal static class UnknownVersion
{
    /// <summary>An endpoint that does.</summary>
    public static Endpoint Endpoint(int status, IEnumerable<string> known)
    {
        var versions = known.ToArray();
        return new Endpoint(context => AnswerAsync(context, status, versions), EndpointMetadataCollection.Empty, "unknown API version");
    }

    /// <summary>The problem, with the versions as a member.</summary>
    public static Task AnswerAsync(HttpContext context, int status, string[] known) => TypedResults.Problem(
        title: "There is no such version of this; the versions are named below.", statusCode: status,
        extensions: new Dictionary<string, object?> { ["versions"] = string.Join(", ", known) }).ExecuteAsync(context);
}
