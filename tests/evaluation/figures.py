"""The figures of the evaluation: what is counted, and the goal of each."""
import collections

# What is aimed at, and the floor under which the test fails: the goal where it
# is reached, else a little less than what is; never more than is true.
GOALS = (
    # name, goal, floor, whether more is better
    ('dialect right', 1.0, 1.0, True),
    ('encoding right', 1.0, 1.0, True),
    ('header right', 1.0, 1.0, True),
    ('macro-F1, made', 0.95, 0.99, True),
    ('macro-F1, tables', 0.95, 0.99, True),
    ('macro-F1, no header', 0.75, 0.79, True),
    ('category wrong', 0.02, 0.004, False),
    ('category wrong, no header', 0.20, 0.18, False),
    ('surely wrong', 0.01, 0.001, False),
    ('commune right', 0.98, 0.999, True),
    ('EPCI right', 0.99, 0.999, True),
    ('persons off by', 0.005, 0.005, False),
    ('bounds around persons', 1.0, 1.0, True),
    ('age band right', 0.99, 0.99, True),
    ('records right', 1.0, 1.0, True),
    ('dialect right, blind', 1.0, 1.0, True),
    ('encoding right, blind', 1.0, 1.0, True),
    ('header right, blind', 1.0, 1.0, True),
    ('macro-F1, blind', 0.95, 0.99, True),
    ('macro-F1, blind, no header', 0.75, 0.8, True),
    ('category wrong, blind', 0.02, 0.004, False),
    ('surely wrong, blind', 0.01, 0.001, False),
    ('commune right, blind', 0.98, 0.999, True),
    ('EPCI right, blind', 0.99, 0.999, True),
    ('topics, precision', 0.95, 0.97, True),
    ('topics, recall', 0.95, 0.99, True),
    ('ordinary left alone', 0.95, 0.97, True),
    ('dialect right, second', 1.0, 1.0, True),
    ('encoding right, second', 1.0, 1.0, True),
    ('header right, second', 1.0, 1.0, True),
    ('macro-F1, second', 0.95, 0.99, True),
    ('macro-F1, second, no header', 0.75, 0.88, True),
    ('category wrong, second', 0.02, 0.001, False),
    ('surely wrong, second', 0.01, 0.001, False),
    ('commune right, second', 0.98, 0.999, True),
    ('EPCI right, second', 0.99, 0.999, True),
    ('dialect right, swept', 1.0, 1.0, True),
    ('encoding right, swept', 1.0, 1.0, True),
    ('header right, swept', 1.0, 1.0, True),
    ('topics, precision, second', 0.95, 0.97, True),
    ('topics, recall, second', 0.95, 0.99, True),
    ('ordinary left alone, second', 0.95, 0.96, True),
)
SURE = 0.9


class Types:
    """Columns and what they were taken for."""

    def __init__(self):
        self.columns = []  # (dump, header, true types, found, confidence)
        self.categories = {'unknown': None}

    def add(self, dump, true, field):
        self.columns.append((dump, field['header'], true.split('|'), field['type'], field['confidence']))
        self.categories[field['type']] = field['category']

    def get_macro_f1(self):
        """The mean over the true types; a column of no known type counts against what it is taken for."""
        right, missed, invented = collections.Counter(), collections.Counter(), collections.Counter()
        for _, _, true, found, _ in self.columns:
            if found in true:
                right[true[0]] += 1
            else:
                missed[true[0]] += 1
                invented[found] += 1
        types = (right.keys() | missed.keys()) - {'unknown'}
        return sum(2 * right[type_] / (2 * right[type_] + missed[type_] + invented[type_]) for type_ in types) / len(types)

    def get_wrong(self):
        return [column for column in self.columns if column[3] not in column[2]]

    def get_category_wrong(self):
        """Columns of another category than they are taken for; "unknown" is no right answer either."""
        return [column for column in self.get_wrong() if self.categories.get(column[2][0], '?') != self.categories[column[3]]]

    def get_surely_wrong(self):
        return [column for column in self.get_wrong() if column[4] >= SURE]


def get_share(groups, get_some):
    """The share of some columns among all columns of several groups."""
    return sum(len(get_some(types)) for types in groups) / sum(len(types.columns) for types in groups)


class Shares:
    """What is right of how many, summed over dumps."""

    def __init__(self):
        self.right = collections.Counter()
        self.total = collections.Counter()
        self.failed = collections.defaultdict(list)

    def add(self, name, dump, right, total):
        self.right[name] += right
        self.total[name] += total
        if right < total:
            self.failed[name].append(f'{dump} {right}/{total}')

    def get(self, name):
        return self.right[name] / self.total[name] if self.total[name] else None


class Topics:
    """What comments give away and what was found in them."""

    def __init__(self):
        self.count = self.right = self.missed = self.invented = self.ordinary = self.disturbed = 0
        self.wrong = []  # (comment, missed, invented)

    def add(self, text, expected, found):
        self.count += 1
        self.right += len(expected & found)
        self.missed += len(expected - found)
        self.invented += len(found - expected)
        self.ordinary += not expected
        self.disturbed += bool(found) and not expected
        if expected != found:
            self.wrong.append((text, ' '.join(sorted(expected - found)), ' '.join(sorted(found - expected))))

    def get_precision(self):
        return self.right / (self.right + self.invented)

    def get_recall(self):
        return self.right / (self.right + self.missed)

    def get_peace(self):
        return 1 - self.disturbed / self.ordinary


def overlap(expected, found):
    """How much two distributions have in common."""
    return sum(min(count, found.get(code, 0)) for code, count in expected.items())
