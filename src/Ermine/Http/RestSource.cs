namespace Ermine.Http;

/// <summary>The part of a request that a value comes from.</summary>
public enum RestSource
{
    /// <summary>A part of the path.</summary>
    Route,

    /// <summary>The query.</summary>
    Query,

    /// <summary>A header.</summary>
    Header,

    /// <summary>A cookie.</summary>
    Cookie,

    /// <summary>A field of a form, or a file that it carries.</summary>
    Form,

    /// <summary>The body as a whole.</summary>
    Body,
}
