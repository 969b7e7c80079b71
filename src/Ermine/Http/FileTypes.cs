using Microsoft.AspNetCore.StaticFiles;

namespace Ermine.Http;

/// <summary>The content type that a file's name speaks of.</summary>
internal static class FileTypes
{
    private static readonly FileExtensionContentTypeProvider Known = new();

    public static string Of(string fileName) => Known.TryGetContentType(fileName, out var type) ? type : "application/octet-stream";
}
