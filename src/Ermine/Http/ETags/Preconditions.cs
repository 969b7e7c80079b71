using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Ermine.Http.ETags;

/// <summary>The conditions of a request, compared as RFC 9110 has it: strongly for <c>If-Match</c> (13.1.1), weakly for <c>If-None-Match</c> (13.1.2).</summary>
internal static class Preconditions
{
    /// <summary>Whether one of the tags is that of the version.</summary>
    public static bool Match(IEnumerable<EntityTagHeaderValue> tags, string version, bool isStrong)
    {
        var current = TagOf(version);
        return tags.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Compare(current, isStrong));
    }

    /// <summary>The entity tag of a version.</summary>
    public static EntityTagHeaderValue TagOf(string version) => new($"\"{version}\"");

    /// <summary>The tags of a header that lists them; none where there is no such header.</summary>
    public static IList<EntityTagHeaderValue> Tags(IHeaderDictionary headers, string name) =>
        EntityTagHeaderValue.TryParseStrictList([.. headers[name].OfType<string>()], out var tags) ? tags : [];

    /// <summary>Whether a header is there and is no list of entity tags.</summary>
    public static bool IsBad(IHeaderDictionary headers, string name) => headers[name].Count > 0 && Tags(headers, name).Count == 0;
}
