namespace Ermine.Events.Matching;

/// <summary>
/// Finds out whether the fields of one branch can hold together where arrays of objects are in play: two values may not come from different elements of one
/// array. Each array chooses one element or none. A path leads through one array at a time, so arrays beside each other choose independently, and each element
/// is looked into once: the time is at most the depth of arrays times the values met, plus one test for each value.
/// </summary>
internal sealed class ElementSearch
{
    private int[] _places = []; // of each field of the set: its place in the branch, plus one
    private sbyte[] _passes = []; // of each value met: 1 passes, -1 does not, 0 is not known yet
    private FieldState[] _states = []; // of each field of the branch, at each depth
    private MatchScratch _scratch = null!;
    private Branch _branch = null!;

    /// <summary>How many values the last search looked at, each time that it did: what its bound is about.</summary>
    public long Steps { get; private set; }

    /// <summary>Whether the branch holds.</summary>
    public bool Holds(ReadOnlySpan<byte> json, Branch branch, MatchScratch scratch)
    {
        (_scratch, _branch, Steps) = (scratch, branch, 0);
        if (_places.Length < scratch.First.Length) Array.Resize(ref _places, scratch.First.Length);
        if (_passes.Length < scratch.ValueCount) Array.Resize(ref _passes, scratch.Values.Length);
        var count = branch.Fields.Length;
        if (_states.Length < count) Array.Resize(ref _states, count * 8);
        Array.Clear(_passes, 0, scratch.ValueCount);
        Array.Clear(_states, 0, count);
        for (var i = 0; i < count; i++) _places[branch.Fields[i].Field] = i + 1;

        var holds = In(json, 0, 0, needsValue: false);
        foreach (var field in branch.Fields) _places[field.Field] = 0;
        return holds;
    }

    // Whether, within one element, everything that is still asked for holds; and, where the element was chosen, by a value that stands in it.
    private bool In(ReadOnlySpan<byte> json, int element, int depth, bool needsValue)
    {
        var count = _branch.Fields.Length;
        var states = depth * count;
        var (first, end) = (_scratch.Elements[element].FirstValue, _scratch.Elements[element].EndValue);
        var hasValue = false;
        Steps += end - first;
        for (var i = 0; i < count; i++) _states[states + i].Array = -1;
        for (var value = first; value < end; value++)
        {
            if (_places[_scratch.Values[value].Field] is not (> 0 and var place)) continue;

            ref var state = ref _states[states + place - 1];
            if (_scratch.Values[value].Element != element)
            {
                state.Array = _scratch.Elements[ChildOf(element, _scratch.Values[value].Element)].Array;
                continue;
            }

            state.IsPresent = true;
            if (!Passes(json, value, place - 1)) continue;
            (state.IsHeld, hasValue) = (true, true);
        }

        for (var i = 0; i < count; i++)
        {
            var state = _states[states + i];
            if (state.IsHeld) continue;
            if (state.Array < 0)
            {
                if (state.IsPresent || !_branch.Fields[i].Test.AllowsAbsence) return false;
                continue;
            }

            if (IsChosenBefore(states, i)) continue; // an earlier field made the array choose, with this one in mind
            if (!Choose(json, element, state.Array, depth)) return false;
            hasValue = true;
        }

        return hasValue || !needsValue || HasAny(json, first, end);
    }

    private bool IsChosenBefore(int states, int place)
    {
        for (var i = 0; i < place; i++)
        {
            if (!_states[states + i].IsHeld && _states[states + i].Array == _states[states + place].Array) return true;
        }

        return false;
    }

    private bool Choose(ReadOnlySpan<byte> json, int parent, int array, int depth)
    {
        var count = _branch.Fields.Length;
        var needed = (depth + 2) * count;
        if (_states.Length < needed) Array.Resize(ref _states, needed * 2);
        for (var child = parent + 1; child < _scratch.Elements[parent].End; child = _scratch.Elements[child].End)
        {
            if (_scratch.Elements[child].Array != array) continue;

            for (var i = 0; i < count; i++)
            {
                var state = _states[depth * count + i];
                // What another array answers for does not matter in this one, though a value of it may be the one that the choice is for.
                _states[(depth + 1) * count + i] = new FieldState { IsHeld = state.IsHeld || state.Array >= 0 && state.Array != array, IsPresent = state.IsPresent };
            }

            if (In(json, child, depth + 1, needsValue: true)) return true;
        }

        return false;
    }

    // Any value that passes is reason enough to choose the element that it stands in.
    private bool HasAny(ReadOnlySpan<byte> json, int first, int end)
    {
        for (var value = first; value < end; value++)
        {
            if (_places[_scratch.Values[value].Field] is > 0 and var place && Passes(json, value, place - 1)) return true;
        }

        return false;
    }

    private bool Passes(ReadOnlySpan<byte> json, int value, int place)
    {
        if (_passes[value] == 0)
        {
            ref var met = ref _scratch.Values[value];
            _passes[value] = _branch.Fields[place].Test.Matches(met.Kind, _scratch.TextOf(json, ref met)) ? (sbyte)1 : (sbyte)-1;
        }

        return _passes[value] > 0;
    }

    private int ChildOf(int element, int inner)
    {
        while (_scratch.Elements[inner].Parent != element) inner = _scratch.Elements[inner].Parent;
        return inner;
    }

    private struct FieldState
    {
        /// <summary>Whether a value of it that passes was met outside, so that it asks for nothing more.</summary>
        public bool IsHeld;

        /// <summary>Whether it has a value outside, so that it is not absent.</summary>
        public bool IsPresent;

        /// <summary>The array within this element in which its other values are; -1 for none.</summary>
        public int Array;
    }
}
