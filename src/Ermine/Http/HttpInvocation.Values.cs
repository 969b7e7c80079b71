using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Ermine.Kernel;

namespace Ermine.Http;

public sealed partial class HttpInvocation
{
    /// <summary>A value that a type binds by its own <c>BindAsync</c>, and that must be there.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public T? Bound<T>(string name, T? value)
    {
        if (value is null) Fail(name, $"The value '{name}' is missing or cannot be read.");
        return value;
    }

    /// <summary>A value that a type binds by its own <c>BindAsync</c>, and that must be there.</summary>
    public T Bound<T>(string name, T? value) where T : struct
    {
        if (value is null) Fail(name, $"The value '{name}' is missing or cannot be read.");
        return value.GetValueOrDefault();
    }

    private T? Read<T>(string name, string source, string? text) where T : IParsable<T>
    {
        if (Required(name, source, text) is null) return default;
        return T.TryParse(text, CultureInfo.InvariantCulture, out var value) && !text.Contains('\0') ? value : FailKind<T>(name, source); // numbers may end in zeros, for .NET
    }

    private T? Read<T>(string name, string source, string? text, TextParser<T> tryParse)
    {
        if (Required(name, source, text) is null) return default;
        return tryParse(text!, out var value) && !text!.Contains('\0') ? value : FailKind<T>(name, source);
    }

    private T? Read<T>(string name, string source, string? text, CultureTextParser<T> tryParse)
    {
        if (Required(name, source, text) is null) return default;
        return tryParse(text!, CultureInfo.InvariantCulture, out var value) && !text!.Contains('\0') ? value : FailKind<T>(name, source);
    }

    private T ReadEnum<T>(string name, string source, string? text) where T : struct, Enum
    {
        if (Required(name, source, text) is null) return default;
        if (EnumText.TryParse<T>(text, out var value)) return value;

        Fail(name, $"The {source} value '{name}' is none of {string.Join(", ", Enum.GetNames<T>())}.");
        return default;
    }

    // What may come to stand in a header of the answer, or in a path, must be harmless there.
    private string? ReadText(string name, string source, string? text)
    {
        if (Required(name, source, text) is null || !ControlCharacters.AreIn(text)) return text;

        Fail(name, $"The {source} value '{name}' has control characters.");
        return null;
    }

    private T[] ReadList<T>(string name, string source, string?[] texts) where T : IParsable<T> =>
        ReadList(name, source, texts, static (string text, IFormatProvider provider, out T? value) => T.TryParse(text, provider, out value));

    private T[] ReadList<T>(string name, string source, string?[] texts, TextParser<T> tryParse) =>
        ReadList(name, source, texts, (string text, IFormatProvider _, out T? value) => tryParse(text, out value));

    private T[] ReadList<T>(string name, string source, string?[] texts, CultureTextParser<T> tryParse)
    {
        if (texts.Length == 0) return [];

        var values = new T[texts.Length];
        for (var i = 0; i < values.Length; i++) values[i] = Read(name, source, texts[i], tryParse)!; // a null is noted, and nobody sees it
        return values;
    }

    private T[] ReadEnumList<T>(string name, string source, string?[] texts) where T : struct, Enum
    {
        var values = texts.Length == 0 ? [] : new T[texts.Length];
        for (var i = 0; i < values.Length; i++) values[i] = ReadEnum<T>(name, source, texts[i]);
        return values;
    }

    private string[] ReadTextList(string name, string source, string?[] texts)
    {
        foreach (var text in texts) ReadText(name, source, text);
        return texts!;
    }

    private T? FailKind<T>(string name, string source)
    {
        var kind = JsonKind.Of(typeof(T));
        Fail(name, $"The {source} value '{name}' {(kind == "an object" ? "cannot be read" : $"must be {kind}")}.");
        return default;
    }

    [return: NotNullIfNotNull(nameof(text))]
    private string? Required(string name, string source, string? text)
    {
        if (text is null) Fail(name, $"The {source} value '{name}' is missing.");
        return text;
    }
}
