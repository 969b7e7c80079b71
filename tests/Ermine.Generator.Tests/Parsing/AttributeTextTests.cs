using System.Globalization;
using Ermine.Generator.Parsing;

namespace Ermine.Generator.Tests.Parsing;

public sealed class AttributeTextTests
{
    public static TheoryData<object, string> Values => new()
    {
        { 1.5, "1.5D" }, { 0.1f, "0.1F" }, { 2.50m, "2.50M" }, { double.NaN, "double.NaN" }, { float.PositiveInfinity, "float.PositiveInfinity" }, { double.MaxValue, "1.7976931348623157E+308D" },
        { long.MinValue, "-9223372036854775808L" }, { ulong.MaxValue, "18446744073709551615UL" }, { (byte)7, "(byte)7" }, { (sbyte)-7, "(sbyte)-7" }, { -7, "-7" },
        { 'x', "'x'" }, { '\'', "'\\''" }, { '\n', "'\\n'" }, { "a\"b\\c\r\n", "\"a\\\"b\\\\c\\r\\n\"" }, { true, "true" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_written_as_code_in_every_culture(object value, string code)
    {
        foreach (var culture in (string[])["", "tr-TR", "de-DE", "ar-SA", "sv-SE"])
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            Assert.Equal(code, AttributeText.Primitive(value));
        }
    }
}
