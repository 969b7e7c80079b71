namespace Ermine.Shared;

/// <summary>What a rule tells its code fix beside the place: keys of a diagnostic's properties.</summary>
internal static class FixProperties
{
    /// <summary>The text or number that would be right.</summary>
    public const string Value = "value";

    /// <summary>The name of what is at fault.</summary>
    public const string Name = "name";

    /// <summary>The type that what is missing would have.</summary>
    public const string Type = "type";

    /// <summary>Present where a parameter's type is one that a container may hold.</summary>
    public const string CanBeService = "service";

    /// <summary>Present where a function that is not async may be made so.</summary>
    public const string CanBeAsync = "async";

    /// <summary>The method that takes the place of one.</summary>
    public const string Instead = "instead";

    /// <summary>The parameter that a run is cancelled by.</summary>
    public const string Token = "token";
}
