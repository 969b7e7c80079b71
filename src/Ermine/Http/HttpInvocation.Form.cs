using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Ermine.Http;

public sealed partial class HttpInvocation
{
    private IFormCollection _form = FormCollection.Empty;

    /// <summary>The fields and files of the form, once it is read.</summary>
    public IFormCollection Form => _form;

    /// <summary>Reads the form in the request's body, of either content type; where it is none, the mistake is noted.</summary>
    public async ValueTask ReadFormAsync(CancellationToken ct)
    {
        var request = Input.Request;
        if (!request.HasFormContentType)
        {
            FailContentType("a form (application/x-www-form-urlencoded or multipart/form-data)");
            return;
        }

        _endpoint.LimitBody(Input);
        try
        {
            _form = await request.ReadFormAsync(ct);
        }
        catch (InvalidDataException)
        {
            FailBody("The form has too many or too long fields, or is malformed.");
        }
        catch (IOException e)
        {
            FailReading(e);
        }
    }

    /// <summary>A field of the form that must be there.</summary>
    public T? FormField<T>(string name) where T : IParsable<T> => Read<T>(name, "form", FormFieldValue(name));

    /// <summary>A field of the form that must be there, read by the type's own <c>TryParse</c>.</summary>
    public T? FormField<T>(string name, TextParser<T> tryParse) => Read(name, "form", FormFieldValue(name), tryParse);

    /// <summary>A field of the form that must be there, read by the type's own <c>TryParse</c> in the invariant culture.</summary>
    public T? FormField<T>(string name, CultureTextParser<T> tryParseIn) => Read(name, "form", FormFieldValue(name), tryParseIn);

    /// <summary>A text of the form that must be there.</summary>
    public string? FormFieldText(string name) => Required(name, "form", FormFieldValue(name));

    /// <summary>An enumeration's member in the form that must be there.</summary>
    public T FormFieldEnum<T>(string name) where T : struct, Enum => ReadEnum<T>(name, "form", FormFieldValue(name));

    /// <summary>All fields of one name in the form; none where the request has none.</summary>
    public T[] FormFieldList<T>(string name) where T : IParsable<T> => ReadList<T>(name, "form", FormFieldValues(name));

    /// <summary>All fields of one name in the form, read by the type's own <c>TryParse</c>.</summary>
    public T[] FormFieldList<T>(string name, TextParser<T> tryParse) => ReadList(name, "form", FormFieldValues(name), tryParse);

    /// <summary>All fields of one name in the form, read by the type's own <c>TryParse</c> in the invariant culture.</summary>
    public T[] FormFieldList<T>(string name, CultureTextParser<T> tryParseIn) => ReadList(name, "form", FormFieldValues(name), tryParseIn);

    /// <summary>All texts of one name in the form; none where the request has none.</summary>
    public string[] FormFieldTextList(string name) => TextsAsTheyAre(name, "form", FormFieldValues(name));

    /// <summary>An enumeration's members in the form; none where the request has none.</summary>
    public T[] FormFieldEnumList<T>(string name) where T : struct, Enum => ReadEnumList<T>(name, "form", FormFieldValues(name));

    /// <summary>Whether the form has a field, for parameters that need none.</summary>
    public bool HasFormField(string name) => !StringValues.IsNullOrEmpty(_form[name]);

    /// <summary>A file of the form that must be there.</summary>
    public IFormFile? FormFile(string name)
    {
        var file = _form.Files.GetFile(name);
        if (file is null) Fail(name, $"The file '{name}' is missing.");
        return file;
    }

    /// <summary>Whether the form has a file, for parameters that need none.</summary>
    public bool HasFormFile(string name) => _form.Files.GetFile(name) is not null;

    private string? FormFieldValue(string name) => _form[name] is [var first, ..] ? first : null;

    private string?[] FormFieldValues(string name) => _form[name].ToArray();

    // A field of a form may have several lines.
    private static string[] TextsAsTheyAre(string name, string source, string?[] texts) => texts!;
}
