// One member of a JSON object that remembers whether it was there at all.
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CloudSigma.Sdk.Core.Json;

/// <summary>
/// The value of one JSON member with its third state: absent, null, or a value.
/// </summary>
/// <remarks>
/// A PUT of the API replaces what is present and keeps what is absent (guide 9.3). A model that turned an absent member into
/// <see langword="null"/> or <c>0</c>, or dropped a <see langword="null"/>, would change the object when it is sent back. The default value is absent and is not written.
/// </remarks>
/// <typeparam name="T">Type of the value.</typeparam>
[JsonConverter(typeof(UnregisteredMemberConverter))]
public readonly struct Member<T> : IEquatable<Member<T>>
{
    private readonly T? _value;
    private readonly MemberState _state;

    /// <summary>Makes a member that is present: with the value, or as null.</summary>
    /// <param name="value">The value; null makes a member that is written as <c>null</c>.</param>
    public Member(T? value)
    {
        _value = value;
        _state = value is null ? MemberState.Null : MemberState.Value;
    }

    private Member(MemberState state)
    {
        _value = default;
        _state = state;
    }

    /// <value>A member that is present and null, also for value types.</value>
    public static Member<T> Null => new(MemberState.Null);

    /// <value>Whether the member was in the JSON, or was set.</value>
    public bool IsPresent => _state != MemberState.Absent;

    /// <value>Whether the member is present with a value that is not null.</value>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => _state == MemberState.Value;

    /// <value>The value; the default of <typeparamref name="T"/> when the member is absent or null.</value>
    public T? Value => _value;

    /// <summary>The value, or a fallback when the member is absent or null.</summary>
    /// <param name="fallback">What to return without a value.</param>
    /// <returns>The value or <paramref name="fallback"/>.</returns>
    public T Or(T fallback) => HasValue ? Value : fallback;

    /// <inheritdoc/>
    public bool Equals(Member<T> other) => _state == other._state && EqualityComparer<T?>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Member<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_state, _value);

    /// <summary>The text of the value; empty when there is none.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _value?.ToString() ?? "";

    /// <summary>Whether two members have the same state and value.</summary>
    /// <param name="left">One member.</param>
    /// <param name="right">The other member.</param>
    /// <returns>True when they are equal.</returns>
    public static bool operator ==(Member<T> left, Member<T> right) => left.Equals(right);

    /// <summary>Whether two members differ in state or value.</summary>
    /// <param name="left">One member.</param>
    /// <param name="right">The other member.</param>
    /// <returns>True when they differ.</returns>
    public static bool operator !=(Member<T> left, Member<T> right) => !left.Equals(right);
}
