"""The document family 実施計画: an overview (体系図) and pages of goals, initiatives and plans.

The stages, each a module that can be looked at by itself::

    text → rows (:mod:`rows`) → overview (:mod:`overview`) and pages (:mod:`pages`)
         → sections (:mod:`sections`) → readings (:mod:`head`, :mod:`prose`, :mod:`marks`,
           :mod:`actions`, :mod:`targets`) → what the words name (:mod:`names`)
         → graph records (:mod:`assemble`)

Only :mod:`family` holds what is particular to the family (its section words, its column names).
"""
