namespace Ermine.Generator.Model;

/// <summary>What a function is handed; the members are those of <c>Ermine.InputShape</c>, by name and number.</summary>
internal enum InputShape
{
    None,
    Message,
    Batch,
    Http,
    Arguments,
}
