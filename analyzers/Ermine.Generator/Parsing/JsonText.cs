using System.Globalization;
using System.Text;
using Ermine.Generator.Conditions;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Parsing;

/// <summary>Writes JSON in one line, with members in the order in which they are added.</summary>
internal sealed class JsonText
{
    private readonly StringBuilder _text = new();
    private bool _isFirst = true;

    public void Open(string? name = null) => Begin(name, '{');

    public void OpenList(string? name = null) => Begin(name, '[');

    public void Close() => End('}');

    public void CloseList() => End(']');

    public void Text(string name, string value)
    {
        Name(name);
        Quote(value);
    }

    public void Flag(string name)
    {
        Name(name);
        _text.Append("true");
    }

    /// <summary>An attribute: its kind, and the values that it was given.</summary>
    public void Attribute(AttributeData attribute)
    {
        Open();
        Text("kind", AttributeText.ShortName(attribute));
        Values("values", attribute, static _ => false);
        Close();
    }

    /// <summary>The values that an attribute was given, by the names of its parameters and properties; nothing where it was given none.</summary>
    public void Values(string name, AttributeData attribute, Func<string, bool> isSkipped)
    {
        var given = AttributeText.Given(attribute).Where(v => !isSkipped(v.Name)).ToArray();
        if (given.Length == 0) return;

        Open(name);
        foreach (var (member, value) in given)
        {
            Name(char.ToLowerInvariant(member[0]) + member.Substring(1));
            Constant(value);
        }

        Close();
    }

    public override string ToString() => _text.ToString();

    private void Constant(TypedConstant constant)
    {
        if (constant.IsNull) _text.Append("null");
        else if (constant.Kind == TypedConstantKind.Array) List(constant);
        else if (constant.Kind == TypedConstantKind.Type) Quote(((ITypeSymbol)constant.Value!).Text().Replace("global::", ""));
        else if (constant.Kind == TypedConstantKind.Enum) Quote(AttributeText.Enum(constant.Type!, constant.Value!) is var text && text[0] == '(' ? Number(constant.Value!) : text.Substring(text.LastIndexOf('.') + 1).TrimStart('@'));
        else if (constant.Value is bool flag) _text.Append(flag ? "true" : "false");
        else if (constant.Value is string or char) Quote(constant.Value.ToString());
        else if (constant.Value is double d && (double.IsNaN(d) || double.IsInfinity(d)) || constant.Value is float f && (float.IsNaN(f) || float.IsInfinity(f))) Quote(Number(constant.Value));
        else _text.Append(Number(constant.Value!));
    }

    private void List(TypedConstant array)
    {
        _text.Append('[');
        _isFirst = true;
        foreach (var item in array.Values)
        {
            Comma();
            Constant(item);
        }

        End(']');
    }

    private static string Number(object value) => ((IFormattable)value).ToString(value is double or float ? "R" : null, CultureInfo.InvariantCulture);

    private void Begin(string? name, char opening)
    {
        if (name is null) Comma();
        else Name(name);
        _text.Append(opening);
        _isFirst = true;
    }

    private void End(char closing)
    {
        _text.Append(closing);
        _isFirst = false;
    }

    private void Name(string name)
    {
        Comma();
        Quote(name);
        _text.Append(": ");
    }

    private void Comma()
    {
        if (!_isFirst) _text.Append(", ");
        _isFirst = false;
    }

    private void Quote(string text) => JsonLiteral.Append(_text, text);
}
