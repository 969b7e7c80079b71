namespace Ermine.Generator.Model;

/// <summary>What a method answers.</summary>
/// <param name="Kind">How its value is passed on.</param>
/// <param name="IsAwaited">Whether it is awaited first.</param>
internal sealed record ReturnModel(ReturnKind Kind, bool IsAwaited);
