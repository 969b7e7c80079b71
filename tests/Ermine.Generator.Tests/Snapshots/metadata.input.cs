using Microsoft.AspNetCore.Authorization;

namespace Tagged;

public enum Level { Low, High }

[Flags] public enum Parts : byte { None = 0, Head = 1, Tail = 2 }

[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class NoteAttribute : Attribute
{
    public NoteAttribute(params object?[] values) => Values = values;
    public NoteAttribute(Type type, string text = "left out") => Values = [type, text];
    public NoteAttribute(string? text, bool flag) => Values = [text, flag];

    public object?[] Values { get; }
    public object? Any { get; set; }
    public Type? Type { get; set; }
    public Type[]? Types { get; set; }
    public string[]? Names { get; set; }
    public Level Level { get; set; }
    public Parts Parts { get; set; }
    public double Double;
    public float Float;
    public char Char;
    public byte Byte;
    public sbyte SByte;
    public short Short;
    public ushort UShort;
    public int Int;
    public uint UInt;
    public long Long;
    public ulong ULong;
    public bool Bool;
    public string? Text;
}

[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OwnAttribute : Attribute;

public sealed class BoxAttribute<T> : Attribute;

[Authorize("everyone"), Own]
public abstract class Base;

[Note("on the class"), Obsolete("kept by custom")]
public sealed class Tagging : Base
{
    [Function, Rest("GET /all")]
    [Authorize(Roles = "a,b"), Box<Dictionary<string, int?>>]
    [Note(1, "two", null, 3.5, 'c', Level.High, typeof(int), true, new[] { 1, 2 }, new string?[] { "x", null })]
    [Note(typeof(List<>)), Note(typeof(List<string>), "given"), Note(typeof((int A, string B)[]), "tuple"), Note((string?)null, true)]
    [Note(Any = Parts.Head | Parts.Tail, Type = typeof(Tagging), Types = new[] { typeof(void) }, Names = new string[0], Level = (Level)9, Parts = Parts.Head | Parts.Tail)]
    [Note(Double = double.NaN, Float = float.NegativeInfinity, Char = '\u2028', Byte = 255, SByte = -128, Short = -32768, UShort = 65535, Int = int.MinValue, UInt = uint.MaxValue, Long = long.MinValue, ULong = ulong.MaxValue, Bool = true, Text = "line\nfeed \"quoted\" \\ {brace} \u0000")]
    [Note(Double = 1e300, Float = 0.1f, Any = -0.0)]
    [FormerId("tagging.some"), Obsolete]
    public string All() => "";
}
