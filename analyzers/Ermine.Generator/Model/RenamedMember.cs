namespace Ermine.Generator.Model;

/// <summary>A member that says what it is called in JSON.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Json">Its name in JSON.</param>
internal sealed record RenamedMember(string Name, string Json);
